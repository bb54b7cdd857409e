using Orchestration.Wording;

namespace Orchestration.Operations.Dashboard;

/// <summary>The second step of everything that an operator does: what it will do, why it is done, and a deliberate confirmation.</summary>
/// <param name="Address">Where the form is posted.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Button">Its words.</param>
/// <param name="Back">Where to go instead.</param>
/// <param name="Word">What must be typed to confirm; null when the button is enough.</param>
/// <param name="Asks">Asks for the word.</param>
internal sealed record ConfirmForm(string Address, string Effect, string Button, string Back, string? Word = null, string? Asks = null)
{
    public const string Reason = "reason";
    public const string Confirmation = "confirmation";
    private const int LongestReason = 500;

    /// <summary>More fields, hidden.</summary>
    public IReadOnlyList<(string Name, string Value)> Hidden { get; init; } = [];

    public bool IsDangerous { get; init; }

    /// <returns>What is wrong with the answers, in French; null for nothing.</returns>
    public string? Fault(IReadOnlyDictionary<string, string> fields) =>
        fields.GetValueOrDefault(Reason) is not { Length: > 0 } reason ? "Donnez un motif : il est gardé avec la décision."
        : reason.Length > LongestReason ? French.Text($"Donnez un motif de {LongestReason} caractères au plus.")
        : Word is { } word && !string.Equals(fields.GetValueOrDefault(Confirmation), word, StringComparison.OrdinalIgnoreCase)
            ? French.Text($"Pour confirmer, écrivez « {word} ».")
        : null;

    /// <summary>What the person wrote, on one line.</summary>
    public static string ReasonOf(IReadOnlyDictionary<string, string> fields) =>
        string.Concat(fields[Reason].Select(letter => Unprintable.Is(letter) ? ' ' : letter));

    /// <param name="page">Where it is written.</param>
    /// <param name="fields">Answers that had a fault; null at first.</param>
    public void Write(DashboardPage page, IReadOnlyDictionary<string, string>? fields = null)
    {
        var fault = fields is null ? null : Fault(fields);
        if (fault is not null)
            page.Markup.Add($"""<p class="card error" role="alert" id="fault">{fault}</p>""");
        page.Markup.Add($"""<p class="card {(IsDangerous ? "error" : "warning")}">{Effect}</p>""");
        page.BeginForm(Address);
        foreach (var (name, value) in Hidden)
            page.Markup.Add($"""<input type="hidden" name="{name}" value="{value}">""");
        page.Markup.Add($"""
            <p><label for="{Reason}">Motif, gardé avec votre nom</label>
            <textarea id="{Reason}" name="{Reason}" rows="3" maxlength="{LongestReason}" required>{fields?.GetValueOrDefault(Reason)}</textarea></p>
            """);
        if (Word is { } word)
        {
            page.Markup.Add($"""
                <p><label for="{Confirmation}">{Asks ?? French.Text($"Pour confirmer, écrivez « {word} »")}</label>
                <input id="{Confirmation}" name="{Confirmation}" autocomplete="off" required></p>
                """);
        }

        page.Markup.Add($"""
            <p class="actions"><button{(IsDangerous ? Danger : None)}>{Button}</button> <a href="{Back}">Ne rien faire</a></p>
            """);
        page.EndForm();
    }

    private static Pages.HtmlMarkup.Fragment Danger => Pages.HtmlMarkup.Part($" class=\"danger\"");

    private static Pages.HtmlMarkup.Fragment None => Pages.HtmlMarkup.Part($"");
}
