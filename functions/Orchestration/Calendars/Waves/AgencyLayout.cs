using Orchestration.Calendars.Workbooks;
using Orchestration.Calendars.Workbooks.Layout;

namespace Orchestration.Calendars.Waves;

/// <summary>The columns of the media agency's file: <c>Campagne;Vague;Début;Fin;Médias;Budget (k€)</c>, in any order.</summary>
internal static class AgencyLayout
{
    public static SheetLayout Waves { get; } = new(
        "Vagues", "waves",
        [
            Of("campaign") with { IdsOf = null },
            Of("id") with { Header = "Vague", Others = ["Identifiant", "Id"] },
            Of("start"),
            Of("end"),
            Of("media"),
            Of("budget"),
        ],
        "Vague", "Vagues médias", "Vagues média", "Plan média");

    public static WorkbookVocabulary Names { get; } = new(Waves);

    private static SheetColumn Of(string key) => WorkbookLayout.Waves.ByKey(key)!;
}
