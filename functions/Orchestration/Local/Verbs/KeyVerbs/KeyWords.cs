using System.CommandLine;
using System.Globalization;
using Orchestration.Security;
using Orchestration.Security.KeyRing;
using Orchestration.Wording;
using Spectre.Console;

namespace Orchestration.Local.Verbs.KeyVerbs;

/// <summary>How the verbs tell of keys.</summary>
internal static class KeyWords
{
    /// <summary>Only the key on the output, so that a script can keep it; the rest beside it.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> ShowNewAsync(this ParseResult parsed, KeyOutcome outcome, string? remark = null)
    {
        if (!outcome.IsDone)
            return parsed.Refuse(outcome.Refusal);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(outcome.Text);
        parsed.Remarks().WriteLine(
            French.Text($"Clé {outcome.Key.Id}, valable jusqu'au {Moment(outcome.Key.ExpiresAt)}. Elle ne sera plus jamais affichée.")
            + (remark is null ? "" : $" {remark}"));
        return 0;
    }

    public static int Refuse(this ParseResult parsed, string why)
    {
        parsed.Remarks().WriteLine(why);
        return 1;
    }

    /// <summary>In UTC.</summary>
    public static string Moment(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("d/M/yyyy H:mm 'UTC'", CultureInfo.InvariantCulture) ?? "";

    public static string Day(DateOnly? day) => day?.ToString("d/M/yyyy", CultureInfo.InvariantCulture) ?? "";

    public static string Of(Role role) => role.ToString().ToLowerInvariant();

    public static string Of(ListedKey listed) => listed.State switch
    {
        KeyState.Live => "en service",
        KeyState.Expired => "expirée",
        KeyState.Revoked => French.Text($"révoquée le {Moment(listed.Key.RevokedAt)} : {listed.Key.Reason}"),
        _ => throw new InvalidOperationException($"There is no state {listed.State}."),
    };

    public static string Of(KeyAct act) => act switch
    {
        KeyAct.Issued => "émise",
        KeyAct.Rotated => "remplacée",
        KeyAct.Revoked => "révoquée",
        _ => throw new InvalidOperationException($"There is no act {act}."),
    };

    public static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    public static void Add(this Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));
}
