using Orchestration.Templating;

namespace Orchestration.Messages.Templates.Checks;

/// <summary>
/// The automatic checks that a rendered sample must pass before its template can be used. A rule is one static function in this
/// folder and one line here; each has a code, <c>C0xx</c>.
/// </summary>
internal static class ContentChecks
{
    private static readonly Func<CheckInput, IEnumerable<TemplateProblem>>[] All =
    [
        SubjectCheck.Run,
        HtmlCheck.Run,
        ActiveContentCheck.Run,
        LinkCheck.Run,
        WeightCheck.Run,
        UnsubscribeCheck.Run,
        SmsCheck.Run,
        NirCheck.Run,
    ];

    public static IEnumerable<TemplateProblem> Run(CheckInput input) => All.SelectMany(check => check(input));
}
