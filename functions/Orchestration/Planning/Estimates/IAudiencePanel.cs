using Orchestration.Audience;

namespace Orchestration.Planning.Estimates;

/// <summary>A sample of people per public, numbered from 0, that stands for everybody.</summary>
public interface IAudiencePanel
{
    /// <summary>How many people of that public are in the sample; 0 when it is not known.</summary>
    int Size(Population population);

    /// <summary>How many real people each of them stands for.</summary>
    double Weight(Population population);

    /// <summary>Id of the caisse of each.</summary>
    IReadOnlyList<string> Caisses(Population population);

    /// <summary>Those whom a criterion selects and whom one of the channels can reach, ascending.</summary>
    /// <param name="population">Whose sample.</param>
    /// <param name="criterion">As the calendar has it, already checked.</param>
    /// <param name="channels">In order of preference.</param>
    /// <param name="reference">The day that ages refer to.</param>
    IReadOnlyList<PanelHit> Select(
        Population population, string criterion, IReadOnlyList<Messages.Channel> channels, DateOnly reference);
}

/// <summary>One person of a sample who would get a message.</summary>
/// <param name="Person">Number within the sample.</param>
/// <param name="Channel">The first channel that reaches the person.</param>
public readonly record struct PanelHit(int Person, Messages.Channel Channel);
