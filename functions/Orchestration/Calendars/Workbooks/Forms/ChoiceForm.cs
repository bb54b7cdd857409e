using Orchestration.Wording;

namespace Orchestration.Calendars.Workbooks.Forms;

/// <summary>One of a few words.</summary>
/// <param name="choices">In the order in which they are offered.</param>
internal sealed class ChoiceForm(params Choice[] choices) : CellForm
{
    private readonly Dictionary<string, string> byWord = choices
        .SelectMany(choice => choice.Others.Prepend(choice.Value).Prepend(choice.French), (choice, word) => (Word: Folded.Of(word), choice.Value))
        .DistinctBy(pair => pair.Word)
        .ToDictionary(pair => pair.Word, pair => pair.Value, StringComparer.Ordinal);

    public override IReadOnlyList<string> Offers { get; } = [.. choices.Select(choice => choice.French)];

    public override bool IsClosed => true;

    public override CellReading Read(Cell cell) => byWord.TryGetValue(Folded.Of(cell.Text), out var value)
        ? value
        : CellReading.Refused(ProblemCodes.UnknownValue, $"« {cell.Text} » n'est pas une valeur possible.", Mend(cell.Text));

    public override CellContent Write(string value) =>
        choices.FirstOrDefault(choice => choice.Value == value)?.French ?? value;

    private FrenchText Mend(string given)
    {
        if (NearNames.Find(given, Offers) is { } near)
        {
            return $"Vouliez-vous dire « {near} » ?";
        }

        return $"Possibles ici : {French.Or(Offers)}.";
    }
}

/// <summary>A value of YAML, its French word, and others that planners use for it.</summary>
internal sealed record Choice(string Value, string French, params string[] Others);
