using System.Globalization;
using System.Text.RegularExpressions;
using Orchestration.Calendars.Reading;
using Orchestration.Planning;
using Orchestration.Templating.Expressions;

namespace Orchestration.Messages.Templates.Manifest;

/// <summary>
/// Reads <c>order:</c>. What the criteria name is known to the datamart alone, which the catalogue asks; here they must be well formed.
/// </summary>
internal static partial class OrderSectionReader
{
    private const int LongestName = 40;
    private const int LongestCriterion = 2_000;
    private const int LongestGuidance = 1_000;
    private const int MostOptions = 20;

    /// <param name="root">The manifest.</param>
    /// <param name="id">Of the template.</param>
    /// <returns>Null when the template cannot be ordered.</returns>
    public static OrderSection? Read(ManifestSection root, string id)
    {
        if (root.Section("order", required: false) is not { } section)
        {
            return null;
        }

        if (!ModelId().IsMatch(id) || id.Length > "library/".Length + LongestName)
        {
            root.Problems.Add(
                "M030", SafeYaml.At(root.Find("order")!), "Seul un modèle « library/nom » peut être commandé par les caisses.",
                $"Effacez « order », ou rangez le modèle dans library, sous un nom de {LongestName} caractères au plus.");
        }

        var order = new OrderSection(
            section.Text("theme", text => Name().IsMatch(text) ? null : "minuscules sans accent, chiffres et tirets seulement"),
            Criterion(section),
            section.Text("guidance", text => text.Length <= LongestGuidance ? null : $"{LongestGuidance} caractères au plus").Trim(),
            Window(section),
            Date(section, "from"),
            Date(section, "until"),
            Priority(section),
            Options(section.Section("options", required: false)));
        if (order.From > order.Until)
        {
            section.Problems.Add(
                "M031", SafeYaml.At(section.Find("until")!), "Le modèle se ferme avant de s’ouvrir.", "Donnez à « until » une date qui suit « from ».");
        }

        section.RefuseOtherKeys();
        return order;
    }

    private static List<OrderOption> Options(ManifestSection? section)
    {
        var options = new List<OrderOption>();
        foreach (var (id, key, _) in section?.Entries.ToArray() ?? [])
        {
            if (!Name().IsMatch(id) || options.Count == MostOptions)
            {
                section!.Problems.Add(
                    "M032", SafeYaml.At(key), "Cette option n’a pas un nom possible, ou elle est de trop.",
                    $"Donnez-lui un nom de minuscules sans accent, de chiffres et de tirets ; {MostOptions} options au plus.");
            }

            if (section!.Section(id, required: true) is { } option)
            {
                options.Add(new OrderOption(id, option.Text("title"), Criterion(option)));
                option.RefuseOtherKeys();
            }
        }

        return options;
    }

    private static string Criterion(ManifestSection section) => CriterionText.Normalize(section.Text("audience", text =>
        text.Length > LongestCriterion ? $"{LongestCriterion} caractères au plus"
        : ExpressionParser.Parse(text) is { Root: null, Problems: [var first, ..] } ? first.Message.TrimEnd('.')
        : null));

    private static TimeWindow? Window(ManifestSection section)
    {
        TimeWindow window = default;
        return section.OptionalText("window", required: false, text => TimeWindow.TryParse(text, out window) ? null : "deux heures sont attendues, comme 09:00-12:00") is null
            ? null
            : window;
    }

    private static DateOnly? Date(ManifestSection section, string key)
    {
        DateOnly date = default;
        return section.OptionalText(key, required: false, text => IsDate(text, out date) ? null : "une date est attendue, comme 2027-05-10") is null ? null : date;
    }

    private static bool IsDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year is >= DateText.FirstYear and <= DateText.LastYear;

    private static int Priority(ManifestSection section)
    {
        var priority = OrderSection.UsualPriority;
        section.OptionalText("priority", required: false, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out priority) && priority <= 100
            ? null
            : "un nombre de 0 à 100 est attendu");
        return priority;
    }

    [GeneratedRegex(@"\Alibrary/[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ModelId();

    [GeneratedRegex(@"\A[a-z0-9]+(?:-[a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
