using System.CommandLine;
using Orchestration.Local.Verbs.KeyVerbs;

namespace Orchestration.Local.Verbs;

internal static class KeysCommand
{
    /// <param name="open">Where the keys are; in an app's folder or on Azure when null.</param>
    public static Command Create(OpenKeys? open = null)
    {
        open ??= KeyPlace.OpenAsync;
        return new Command("keys", "Keys of those who call the HTTP functions: issue, list, rotate, revoke.")
        {
            IssueVerb.Create(open), ListVerb.Create(open), RotateVerb.Create(open), RevokeVerb.Create(open), TrailVerb.Create(open),
        };
    }
}
