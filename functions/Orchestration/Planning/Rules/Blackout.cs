namespace Orchestration.Planning;

/// <summary>A period to stay out of, such as the debate of a finance bill (domain.md A5, row 80).</summary>
public sealed class Blackout
{
    /// <summary>In French, as planners will read it.</summary>
    public string Name { get; set; } = "";

    public DateOnly From { get; set; }

    /// <summary>Last day, included.</summary>
    public DateOnly To { get; set; }

    /// <summary>True when nothing goes out and sends are put off; false when sends in it are only pointed out.</summary>
    public bool IsClosed { get; set; }

    public bool Contains(DateOnly date) => date >= From && date <= To;
}
