using FsCheck;
using FsCheck.Fluent;

namespace Orchestration.Templating.Tests.Support;

/// <summary>What must hold for many seeds or many texts.</summary>
internal static class Property
{
    public static void ForSeeds(int count, Action<int> holds) =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), holds));

    /// <summary>Any text, those that HTML cares about more often than not.</summary>
    public static void ForTexts(int count, Action<string> holds)
    {
        var special = Gen.Elements(
            "<", ">", "\"", "'", "&", "</script>", "<!--", "javascript:", "https://", " ", "\n", "{{", "é", "\uD83D", "=", "`",
            "\\", "%", "#", "?");
        var pieces = Gen.OneOf(special, ArbMap.Default.GeneratorFor<char>().Select(c => c.ToString()));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(count), Prop.ForAll(
                pieces.ListOf().Select(string.Concat).ToArbitrary(), holds));
    }
}
