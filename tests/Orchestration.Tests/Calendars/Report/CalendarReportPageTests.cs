using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Orchestration.Calendars.Report;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Calendars.Report;

public sealed class CalendarReportPageTests
{
    private static readonly CalendarReport Report = SomeReport.Year();

    private static readonly IHtmlDocument Page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(CalendarReportHtml.Write(Report)));

    [BrowserFact]
    public async Task Html_InABrowser_HasNoAxeViolationAndFitsEveryScreen() => await Accessibility.HoldsAsync(CalendarReportHtml.Write(Report));

    [Fact]
    public void Html_EveryLink_LeadsToAnEntryOfThePage()
    {
        var targets = Page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).ToList();

        Assert.All(targets, target => Assert.NotNull(Page.GetElementById(target[1..])));
        Assert.Equal(Page.QuerySelectorAll("[id]").Length, Page.QuerySelectorAll("[id]").Select(element => element.Id).Distinct().Count());
    }

    [Fact]
    public void Gantt_EveryWaveSendAndJourney_IsANamedBarAndALineOfTheTable()
    {
        var bars = Page.QuerySelectorAll("svg a.bar").Select(bar => bar.QuerySelector("title")?.TextContent).ToList();
        var lines = Page.QuerySelectorAll("details table td a").Select(link => link.TextContent).ToList();

        Assert.Equal(24 + Report.Plan!.Sends.Count + 1, bars.Count);
        Assert.Equal(bars.Order(), lines.Order());
        Assert.Contains("Vague campagne-1-v1, Campagne n° 1, dont le titre est assez long pour ne pas tenir sur un téléphone, du 24/1 au 13/2, TV, digital, affichage", bars);
        Assert.Contains(bars, bar => bar!.EndsWith("1\u00A0problème, une erreur", StringComparison.Ordinal));
    }

    [Fact]
    public void Gantt_BarWithAProblem_LeadsToItAndTheProblemLeadsToTheEntry()
    {
        var bar = Page.QuerySelector("svg a.wave.has-error")!;
        var problem = Page.GetElementById(bar.GetAttribute("href")![1..])!;
        var entry = problem.QuerySelector("a")!.GetAttribute("href");

        Assert.Equal("#wave-campagne-0-v1", entry);
        Assert.Contains(Page.GetElementById(entry![1..])!.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"#{problem.Id}");
    }

    [Fact]
    public void Problems_OfASheet_SayWhereAsASpreadsheetDoes()
    {
        var words = ProblemAt("cellule AB10").TextContent;

        Assert.Contains("feuille «\u00A0Vagues\u00A0», cellule AB10", words, StringComparison.Ordinal);
        Assert.Contains("Source de la règle\u00A0: dossier de domaine, A3, lignes 35-36", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_WithProposals_ShowWhatEachWouldWrite() => Assert.Equal(
        ["sends[2].at: 2027-11-16", "sends[2].window: (à retirer)"],
        ProblemAt("ligne 12, colonne 3").QuerySelectorAll("ol:not(.plain) > li:first-child code").Select(code => code.TextContent));

    [Fact]
    public void HeatMap_EveryWeek_IsARowWithItsFigures()
    {
        var rows = Page.QuerySelectorAll(".tall tbody tr");

        Assert.Equal(53, rows.Length);
        Assert.All(rows, row => Assert.Equal(4, row.QuerySelectorAll("td").Length));
        Assert.Contains(Page.QuerySelectorAll("td.heat-5"), cell => cell.TextContent.Length > 0);
    }

    [Theory]
    [InlineData(0, 100, 0)]
    [InlineData(1, 100, 1)]
    [InlineData(50, 100, 3)]
    [InlineData(100, 100, 5)]
    public void HeatMap_Shade_GrowsWithTheMessages(long messages, long scale, int shade) => Assert.Equal(shade, ReportHeatMap.Shade(messages, scale));

    [Fact]
    public void Html_Revision_TellsTheDifferencesBeforeAnythingElse() =>
        Assert.Equal(["verdict", "changes", "year"], Page.QuerySelectorAll("h2").Take(3).Select(title => title.Id));

    [Fact]
    public void Json_WholeYear_HasTheViewsBesideThePlan()
    {
        using var json = JsonDocument.Parse(CalendarReportJson.Write(Report));
        var root = json.RootElement;

        Assert.Equal(1, root.GetProperty("version").GetInt32());
        Assert.Equal("campagne-1/dix-huit-ans", root.GetProperty("journeys")[0].GetProperty("send").GetString());
        Assert.Equal("pic-epidemique", root.GetProperty("awaited")[0].GetProperty("trigger").GetString());
        Assert.Equal(24, root.GetProperty("waves").GetArrayLength());
        Assert.Equal("banner", root.GetProperty("ownedMedia").GetProperty("homepage")[0].GetProperty("format").GetString());
        Assert.Equal("2026-W53", root.GetProperty("congestion").GetProperty("weeks")[0].GetProperty("name").GetString());
        Assert.Equal("A3, lignes 35-36", root.GetProperty("problems").EnumerateArray().First(problem => problem.GetProperty("line").GetInt32() == 10).GetProperty("source").GetString());
    }

    private static IElement ProblemAt(string place) =>
        Page.QuerySelectorAll("li.card").First(problem => problem.TextContent.Contains(place, StringComparison.Ordinal));
}
