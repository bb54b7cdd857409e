using FsCheck;
using FsCheck.Fluent;
using Orchestration.Calendars;
using Orchestration.Calendars.Reading;

namespace Orchestration.Tests.Calendars.Reading;

public sealed class ScalarTextTests
{
    [Theory]
    [InlineData("k: a § b", 1, 6)]
    [InlineData("k: a\n  b\n  § c", 3, 3)]
    [InlineData("k: 'it''s § c'", 1, 11)]
    [InlineData("k: 'a\n\n   § c'", 3, 4)]
    [InlineData("k: \"a \\\"b\\\" § c\"", 1, 13)]
    [InlineData("k: \"\\u00e9\\x41\\U0001F600 §\"", 1, 26)]
    [InlineData("k: \"a\\n\\t§\"", 1, 10)]
    [InlineData("k: \"a \\\n   b §\"", 2, 6)]
    [InlineData("k: |\n  a\n  b § c\nl: m", 3, 5)]
    [InlineData("k: >-\n    a &&\n    § # c\n\nl: m", 3, 5)]
    [InlineData("# é\r\nk: >\r\n  a\r\n  §\r\n", 4, 3)]
    [InlineData("k: 😀 §", 1, 7)]
    public void PlaceIn_EveryStyle_FindsTheCharacter(string yaml, int line, int column)
    {
        var (source, scalar) = Read(yaml);

        var place = source.PlaceIn(scalar, scalar.Value.IndexOf('§', StringComparison.Ordinal), "k");

        Assert.Equal(new SourcePlace(line, column, "k"), place);
        Assert.Equal('§', source.Text.Split('\n')[line - 1][column - 1]);
    }

    [Theory]
    [InlineData("k: age >=", 1, 10)]
    [InlineData("k: 'age >= '", 1, 11)]
    [InlineData("k: \"age >=\" # x", 1, 11)]
    [InlineData("k: |\n  age >=\n\n# x\n", 2, 9)]
    [InlineData("k: ''", 1, 5)]
    public void PlaceIn_TheEnd_IsAfterTheLastVisibleCharacter(string yaml, int line, int column)
    {
        var (source, scalar) = Read(yaml);

        Assert.Equal(new SourcePlace(line, column, "k"), source.PlaceIn(scalar, scalar.Value.Length, "k"));
    }

    [Theory]
    [InlineData("k: ab   cd", 3, 1, 6)]
    [InlineData("k: |\n  ab\n  cd", 2, 2, 5)]
    public void PlaceIn_WhiteSpace_IsAfterTheVisibleCharacterBefore(string yaml, int offset, int line, int column)
    {
        var (source, scalar) = Read(yaml);

        Assert.Equal(new SourcePlace(line, column, "k"), source.PlaceIn(scalar, offset, "k"));
    }

    [Fact]
    public void PlaceIn_AnyFoldedText_FindsEveryWord()
    {
        var words = Gen.Elements("age", ">=", "18", "&&", "(", "\"a\"", "'b'", "\\", "é", "😀", "#").NonEmptyListOf();
        var layouts = Gen.Elements("plain", "single", "double", "literal", "folded");
        var breaks = Gen.Elements(" ", "  ", "\n").ArrayOf(40);

        Prop.ForAll(
            Arb.From(from text in words from layout in layouts from spaces in breaks select (text, layout, spaces)),
            sample => AllWordsAreFound(sample.text, sample.layout, sample.spaces)).Check(Config.QuickThrowOnFailure);
    }

    private static bool AllWordsAreFound(IEnumerable<string> words, string layout, string[] spaces)
    {
        // A letter first: some signs may not begin a plain text, and « # » may not follow a space in one.
        var text = words.Prepend("x").Where(word => layout != "plain" || word is not ("#" or "\"a\"" or "'b'")).Take(spaces.Length).ToList();
        var raw = string.Concat(text.Select((word, i) => (i == 0 ? "" : spaces[i]) + Escaped(word, layout)))
            .Replace("\n", "\n  ", StringComparison.Ordinal);
        var (source, scalar) = Read(layout switch
        {
            "single" => $"k: '{raw}'",
            "double" => $"k: \"{raw}\"",
            "literal" => $"k: |\n  {raw}\n",
            "folded" => $"k: >\n  {raw}\n",
            _ => $"k: {raw}",
        });
        var (offset, index) = (0, 0);
        foreach (var word in text)
        {
            offset = scalar.Value.IndexOf(word, offset, StringComparison.Ordinal);
            index = source.Text.IndexOf(Escaped(word, layout), index, StringComparison.Ordinal);
            if (source.PlaceIn(scalar, offset, "") != source.PlaceAt(index < scalar.Index ? scalar.Index : index, ""))
            {
                return false;
            }

            (offset, index) = (offset + word.Length, index + Escaped(word, layout).Length);
        }

        return true;
    }

    private static string Escaped(string word, string layout) => layout switch
    {
        "single" => word.Replace("'", "''", StringComparison.Ordinal),
        "double" => word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("é", "\\u00e9", StringComparison.Ordinal).Replace("😀", "\\U0001F600", StringComparison.Ordinal),
        _ => word,
    };

    private static (SourceText Source, YamlScalar Scalar) Read(string yaml)
    {
        var problems = new ProblemList();
        var source = new SourceText(yaml);
        var root = Assert.IsType<YamlGroup>(YamlTree.Build(YamlEvents.Read(source, problems)!, source, problems));
        return (source, Assert.IsType<YamlScalar>(root.Entries[0].Value));
    }
}
