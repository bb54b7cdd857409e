using System.Text;
using Orchestration.Http;

namespace Orchestration.Tests.Http;

public sealed class BodyReaderTests
{
    private static readonly Dictionary<string, Size> Sizes = new() { ["petit"] = Size.Small, ["grand"] = Size.Large };

    private enum Size
    {
        Small = 1,
        Large,
    }

    [Fact]
    public async Task Read_EveryKind_GivesItsValue()
    {
        var body = await ReadAsync("""
            {"titre": " Été \ud83d\ude00 ", "jour": "2027-10-12", "nombre": 7, "vrai": true, "taille": "grand", "liste": ["a", " b "],
             "zones": {"titre": "x", "libre": "y"}, "vide": null, "corps": "a\r\nb"}
            """);

        Assert.Equal("Été 😀", body.Text("titre", 5));
        Assert.Equal(new DateOnly(2027, 10, 12), body.Date("jour"));
        Assert.Equal(7, body.Integer("nombre", 1, 7));
        Assert.True(body.Boolean("vrai"));
        Assert.Equal(Size.Large, body.OneOf("taille", Sizes));
        Assert.Equal(["a", "b"], body.Texts("liste", 2, 1));
        Assert.Equal(["titre", "libre"], body.Object("zones")!.Names());
        Assert.Null(body.Text("vide", 5, required: false));
        Assert.Equal("a\nb", body.Text("corps", 3, multiline: true));
        body.RefuseOthers();
        Assert.Empty(body.Faults.All);
    }

    [Theory]
    [InlineData("""{}""", "/m", "Le membre « m » manque.")]
    [InlineData("""{"m": null}""", "/m", "Le membre « m » manque.")]
    [InlineData("""{"m": 7}""", "/m", "« m » n’est pas un texte.")]
    [InlineData("""{"m": "  "}""", "/m", "« m » est vide.")]
    [InlineData("""{"m": "quatre"}""", "/m", "« m » a 6 caractères.")]
    [InlineData("""{"m": "a\u0000"}""", "/m", "« m » contient un caractère invisible : de commande, ou qui change le sens de lecture.")]
    [InlineData("""{"m": "a\u202eb"}""", "/m", "« m » contient un caractère invisible : de commande, ou qui change le sens de lecture.")]
    [InlineData("""{"m": "a\nb"}""", "/m", "« m » contient un caractère invisible : de commande, ou qui change le sens de lecture.")]
    [InlineData("""{"m": "\ud800"}""", "/m", "Un caractère est écrit à moitié (« \\ud800 » sans la suite).")]
    public async Task Text_NotOne_IsAFault(string json, string pointer, string detail)
    {
        var body = await ReadAsync(json);

        Assert.Null(body.Text("m", 3));
        AssertOne(body, pointer, detail);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("\"12/10/2027\"")]
    [InlineData("\"2027-02-29\"")]
    [InlineData("\"2027-10-12T08:00:00\"")]
    public async Task Date_NotOne_IsAFault(string value)
    {
        var body = await ReadAsync($$"""{"m": {{value}}}""");

        Assert.Null(body.Date("m"));
        AssertOne(body, "/m", "« m » n’est pas une date.");
    }

    [Theory]
    [InlineData("0", "« m » n’est pas dans les bornes.")]
    [InlineData("8", "« m » n’est pas dans les bornes.")]
    [InlineData("1e400", "« m » n’est pas dans les bornes.")]
    [InlineData("1.5", "« m » n’est pas dans les bornes.")]
    [InlineData("99999999999999999999999", "« m » n’est pas dans les bornes.")]
    [InlineData("\"3\"", "« m » n’est pas un nombre entier.")]
    [InlineData("[3]", "« m » n’est pas un nombre entier.")]
    public async Task Integer_NotOne_IsAFault(string value, string detail)
    {
        var body = await ReadAsync($$"""{"m": {{value}}}""");

        Assert.Null(body.Integer("m", 1, 7));
        AssertOne(body, "/m", detail);
    }

    [Fact]
    public async Task Boolean_NotOne_IsAFault()
    {
        var body = await ReadAsync("""{"m": "true"}""");

        Assert.Null(body.Boolean("m"));
        AssertOne(body, "/m", "« m » n’est ni vrai ni faux.");
    }

    [Theory]
    [InlineData("\"grnad\"", "Vouliez-vous écrire « grand » ?")]
    [InlineData("\"moyenne\"", "Écrivez « petit » ou « grand ».")]
    [InlineData("{}", "Écrivez « petit » ou « grand ».")]
    public async Task OneOf_NoneOfThem_NamesThem(string value, string mend)
    {
        var body = await ReadAsync($$"""{"m": {{value}}}""");

        Assert.Null(body.OneOf("m", Sizes));
        Assert.Equal(mend, Plain(Assert.Single(body.Faults.All).Mend));
    }

    [Theory]
    [InlineData("\"a\"", "/m", "« m » n’est pas une liste.")]
    [InlineData("[]", "/m", "« m » est une liste vide.")]
    [InlineData("[\"a\",\"b\",\"c\"]", "/m", "« m » a 3 éléments.")]
    [InlineData("[\"a\",7]", "/m/1", "L’élément 2 de « m » n’est pas un texte.")]
    [InlineData("[\" \"]", "/m/0", "L’élément 1 de « m » est vide.")]
    public async Task Texts_NotAList_IsAFault(string value, string pointer, string detail)
    {
        var body = await ReadAsync($$"""{"m": {{value}}}""");

        Assert.Empty(body.Texts("m", 2, 5));
        AssertOne(body, pointer, detail);
    }

    [Fact]
    public async Task RefuseOthers_UnknownMembers_NameTheNearestKnown()
    {
        var body = await ReadAsync("""{"tittre": "x", "tout à fait autre": 1, "zones": {"a/b~c": 1}}""");

        body.Text("titre", 10, required: false);
        body.Object("zones")!.RefuseOthers();
        body.RefuseOthers();

        Assert.Equal(["/zones/a~1b~0c", "/tittre", "/tout à fait autre"], body.Faults.All.Select(fault => fault.Pointer));
        Assert.Equal("Vouliez-vous écrire « titre » ?", Plain(body.Faults.All[1].Mend));
        Assert.Equal("Membres connus : titre, zones.", Plain(body.Faults.All[2].Mend));
    }

    [Fact]
    public async Task Read_MembersGivenTwice_AreFaultsAtAnyDepth()
    {
        var body = await ReadAsync("""{"a": {"b": [{"c": 1, "c": 2}]}, "a": 3}""");

        Assert.Equal(["/a/b/0/c", "/a"], body.Faults.All.Select(fault => fault.Pointer));
        Assert.NotNull(body.Object("a"));
    }

    [Fact]
    public async Task Read_HalfACharacterInAName_IsAFaultOfItsObject()
    {
        var body = await ReadAsync("""{"a": {"\udc00": 1}}""");

        AssertOne(body, "/a", "Un caractère est écrit à moitié (« \\ud800 » sans la suite).");
        Assert.Empty(body.Object("a")!.Names());
    }

    [Fact]
    public async Task Faults_Thousands_AreCounted()
    {
        var body = await ReadAsync($"{{{string.Join(',', Enumerable.Range(0, 1000).Select(number => $"\"m{number}\":1"))}}}");

        body.RefuseOthers();

        Assert.Equal(101, body.Faults.All.Count);
        Assert.Equal("Le corps a encore 900 fautes.", Plain(body.Faults.All[^1].Detail));
    }

    private static void AssertOne(BodyReader body, string pointer, string detail)
    {
        var fault = Assert.Single(body.Faults.All);
        Assert.Equal((pointer, detail), (fault.Pointer, Plain(fault.Detail)));
        Assert.NotEmpty(fault.Mend);
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static async Task<BodyReader> ReadAsync(string json)
    {
        var (body, problem) = await Answers.Post(Encoding.UTF8.GetBytes(json)).Request.ReadBodyAsync();
        Assert.Null(problem);
        return body!;
    }
}
