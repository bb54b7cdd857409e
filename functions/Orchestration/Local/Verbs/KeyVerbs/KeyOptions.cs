using System.CommandLine;
using System.CommandLine.Parsing;
using Orchestration.Security;
using Orchestration.Security.KeyRing;
using Orchestration.Wording;

namespace Orchestration.Local.Verbs.KeyVerbs;

/// <summary>What the verbs on keys have in common: where the keys are, and who acts.</summary>
internal sealed class KeyOptions
{
    private static readonly Dictionary<string, Role> Roles = Enum.GetValues<Role>()
        .Where(role => role != Role.None).ToDictionary(role => role.ToString().ToLowerInvariant(), role => role, StringComparer.OrdinalIgnoreCase);

    private readonly Option<string> _folder = CommonOptions.Folder();

    private readonly Option<Uri?> _azure = new("--azure")
    {
        Description = "For an app on Azure: the blob endpoint of its Data account. Sign in before (az login).",
    };

    private readonly Option<string> _by = new("--by")
    {
        Description = "Who does it, for the trail.",
        DefaultValueFactory = _ => Environment.UserName,
    };

    public static Argument<string> Id() => new("id") { Description = "Id of the key: the part between the underscores." };

    public static Option<int> Days() => new("--days")
    {
        Description = $"For how many days, at most {KeyRequest.LongestLifetimeInDays}.",
        DefaultValueFactory = _ => 90,
    };

    public static Option<Role> RoleOption() => new("--role")
    {
        Description = $"{string.Join(", ", Roles.Keys)}; several with commas or spaces between them.",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
        Arity = ArgumentArity.OneOrMore,
        CustomParser = ParseRole,
    };

    /// <summary>Adds the common options to a verb and says what it does.</summary>
    /// <param name="verb">A verb with its own arguments.</param>
    /// <param name="open">Opens the keys.</param>
    /// <param name="act">Gets them, what was asked, and who asks; its exit code.</param>
    public Command Complete(Command verb, OpenKeys open, Func<KeyRegister, ParseResult, string, CancellationToken, Task<int>> act)
    {
        verb.Add(_folder);
        verb.Add(_azure);
        verb.Add(_by);
        verb.SetAction(async (parsed, cancellation) =>
        {
            await using var place = await open(parsed.GetValue(_folder)!, parsed.GetValue(_azure), cancellation);
            return await place.RunAsync(register => act(register, parsed, parsed.GetValue(_by)!, cancellation));
        });
        return verb;
    }

    private static Role ParseRole(ArgumentResult result)
    {
        var sum = Role.None;
        foreach (var word in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (Roles.TryGetValue(word, out var role))
                sum |= role;
            else if (NearNames.Find(word, Roles.Keys) is { } near)
                result.AddError($"There is no role '{word}'. Did you mean '{near}'?");
            else
                result.AddError($"There is no role '{word}': give {string.Join(", ", Roles.Keys.SkipLast(1))} or {Roles.Keys.Last()}.");
        }

        return sum;
    }
}
