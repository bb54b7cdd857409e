using Orchestration.Audience.Decisions;
using Orchestration.Campaigns;
using Orchestration.Wording;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Orchestration.Local.Demo;

/// <summary>Sends as rows with figures, and beneath them why people were excluded; fits a terminal of 80 columns.</summary>
internal sealed class SendTable
{
    private readonly Table _table = new Table().Border(TableBorder.Horizontal);
    private readonly List<IRenderable> _remarks = [];

    /// <param name="title">Above the table.</param>
    /// <param name="words">Heads of columns of words.</param>
    /// <param name="figures">Heads of columns of figures.</param>
    public SendTable(string title, IEnumerable<string> words, IEnumerable<string> figures)
    {
        _table.Title($"[bold]{Markup.Escape(title)}[/]");
        foreach (var word in words)
            _table.AddColumn(new TableColumn(word).NoWrap().Padding(0, 0));
        foreach (var figure in figures)
            _table.AddColumn(new TableColumn(figure).NoWrap().Padding(0, 0).RightAligned());
    }

    /// <summary>« trois-minutes-medecins 26/3 ».</summary>
    public static string NameOf(SendKey send) =>
        send.Value.Split('.') is [_, _, var name, var occurrence] && DateOnly.TryParse(occurrence, out var date)
            ? $"{name} {FrenchDates.DayMonth(date, date.Year)}"
            : send.Value.Split('.')[2];

    public void AddRow(IEnumerable<string> words, IEnumerable<int> figures) =>
        _table.AddRow([.. words.Select(Markup.Escape), .. figures.Select(number => FrenchNumbers.Of(number))]);

    /// <param name="send">Whose people they are.</param>
    /// <param name="word">What became of them: « exclus », « retenus ».</param>
    /// <param name="reasons">How many by code.</param>
    public void AddReasons(SendKey send, string word, IReadOnlyDictionary<string, int> reasons)
    {
        var parts = reasons.Where(reason => reason.Value > 0)
            .Select(reason => $"{FrenchNumbers.Of(reason.Value)} {ExclusionReason.Labels.GetValueOrDefault(reason.Key, reason.Key)}");
        if (string.Join(", ", parts) is { Length: > 0 } text)
            _remarks.Add(new Text($"{NameOf(send)}, {word} : {text}", new Style(decoration: Decoration.Dim)));
    }

    public IRenderable Render() => new Rows([_table, .. _remarks]);
}
