using System.CommandLine;
using Spectre.Console;

namespace Orchestration.Local.Verbs;

/// <summary>Where a verb writes.</summary>
internal static class VerbConsole
{
    /// <summary>Of lines that go elsewhere than to a screen: wide enough to break none.</summary>
    public const int FileWidth = 500;

    /// <summary>The program's console, or a plain one on what the invocation was given.</summary>
    public static IAnsiConsole Screen(this ParseResult parsed) => Of(parsed.InvocationConfiguration.Output, Console.Out) ?? AnsiConsole.Console;

    /// <summary>For what is not the result of the verb: remarks and refusals.</summary>
    public static IAnsiConsole Remarks(this ParseResult parsed) =>
        Of(parsed.InvocationConfiguration.Error, Console.Error) ?? Plain(Console.Error);

    private static IAnsiConsole? Of(TextWriter writer, TextWriter own) => ReferenceEquals(writer, own) ? null : Plain(writer);

    private static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = FileWidth;
        return console;
    }
}
