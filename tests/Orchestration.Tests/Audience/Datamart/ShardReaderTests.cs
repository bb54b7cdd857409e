using Orchestration.Audience.Datamart;
using Orchestration.Tests.Support;

namespace Orchestration.Tests.Audience.Datamart;

public sealed class ShardReaderTests
{
    private const string Line2 = "P1,Zoé,1985-03-12,F,zoe@exemple.fr,+33612345678,2,true,fait";

    [Fact]
    public void Read_GoodRows_GivesEachPersonWithTypedCells()
    {
        var (people, rejected) = Read($"{SomeDatamart.Header}\n{Line2}\nP2,,,,,,,,\n");

        Assert.Equal([("P1", "Zoé", 2.0), ("P2", null, double.NaN)], people);
        Assert.Empty(rejected);
    }

    [Theory]
    [InlineData("P2,Zoé", "2 colonnes au lieu de 9")]
    [InlineData("P2,Zoé,1985-03-12,F,zoe@exemple.fr,+33612345678,2,true,fait,x", "10 colonnes au lieu de 9")]
    [InlineData(",Zoé,1985-03-12,F,,,2,true,fait", "l’identifiant manque")]
    [InlineData("P1,Zoé,1985-03-12,F,,,2,true,fait", "l’identifiant « P1 » est déjà dans ce fichier")]
    [InlineData("P2,Zoé,12/03/1985,F,,,2,true,fait", "la colonne « naissance » ne contient pas une date (2027-04-27)")]
    [InlineData("P2,Zoé,1985-03-12,F,,,deux,true,fait", "la colonne « enfants » ne contient pas un nombre (12.5)")]
    [InlineData("P2,Zoé,1985-03-12,F,,,2,oui,fait", "la colonne « compte_ameli » ne contient pas « true » ou « false »")]
    [InlineData("P2,\"Zoé,1985-03-12,F,,,2,true,fait", "2 colonnes au lieu de 9")]
    public void Read_BadRow_IsSetAsideWithItsLineAndReason(string row, string reason)
    {
        var (people, rejected) = Read($"{SomeDatamart.Header}\n{Line2}\n{row}\nP3,,,,,,,,\nP4\n");

        Assert.Equal(["P1", "P3"], people.Select(person => person.Id));
        Assert.Equal([new RejectedRow(3, reason), new RejectedRow(5, "1 colonnes au lieu de 9")], rejected);
    }

    [Fact]
    public void Read_LineBreakWithinQuotes_CostsThatRowOnlyAndKeepsTheCount()
    {
        var (people, rejected) = Read($"{SomeDatamart.Header}\nP1,\"Zoé\nAnne\",1985-03-12,F,,,2,true,fait\nP3,,,,,,,,\nP4\n");

        Assert.Equal(["P3"], people.Select(person => person.Id));
        Assert.Equal([2, 3, 5], rejected.Select(row => row.Line));
    }

    [Fact]
    public void Read_EmptyLines_CountAsLinesAndNotAsRows()
    {
        var (people, rejected) = Read($"{SomeDatamart.Header}\n\n{Line2}\n\nP4\n\n");

        Assert.Equal(["P1"], people.Select(person => person.Id));
        Assert.Equal([5], rejected.Select(row => row.Line));
    }

    [Fact]
    public void Read_CommasAndQuotesWithinQuotes_BelongToTheCell()
    {
        var (people, _) = Read($"{SomeDatamart.Header}\r\nP1,\"Anne, dite \"\"Nanou\"\"\",,,,,,,\r\n");

        Assert.Equal("Anne, dite \"Nanou\"", Assert.Single(people).Name);
    }

    [Fact]
    public void Read_RowRejectedForItsCells_DoesNotTakeItsIdentifier()
    {
        var (people, rejected) = Read($"{SomeDatamart.Header}\nP1,,,,,,,oui,\nP1,,,,,,,,\n");

        Assert.Equal(["P1"], people.Select(person => person.Id));
        Assert.Equal([2], rejected.Select(row => row.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("P1,Zoé,1985-03-12,F,zoe@exemple.fr,+33612345678,2,true,fait\n")]
    [InlineData("id,nom,naissance,sexe,email,mobile,enfants,compte_ameli,medecin_traitant\n")]
    [InlineData("prenom,id,naissance,sexe,email,mobile,enfants,compte_ameli,medecin_traitant\n")]
    [InlineData(SomeDatamart.Header + ",nir\n")]
    [InlineData("id;prenom;naissance;sexe;email;mobile;enfants;compte_ameli;medecin_traitant\n")]
    public void Read_OtherHeader_RefusesTheFile(string csv)
    {
        var error = Assert.Throws<InvalidDatamartException>(() => Read(csv));

        Assert.Contains(SomeDatamart.Header, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_EndlessCell_RefusesTheFileAtItsLine()
    {
        var error = Assert.Throws<InvalidDatamartException>(() => Read($"{SomeDatamart.Header}\n{Line2}\nP2,{new string('x', 50_000)}"));

        Assert.Contains("ligne 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LongIdentifier_IsSetAside()
    {
        var (people, rejected) = Read($"{SomeDatamart.Header}\n{new string('P', 65)},,,,,,,,\n{new string('P', 64)},,,,,,,,\n");

        Assert.Equal(64, Assert.Single(people).Id.Length);
        Assert.Equal([new RejectedRow(2, "l’identifiant dépasse 64 caractères")], rejected);
    }

    [Fact]
    public void Read_LongShard_IsReadRowByRow()
    {
        var lines = 0;
        using var endless = new CountingReader(SomeDatamart.Header + "\n", () => $"P{++lines},,,,,,,,\n");

        var first = new ShardReader(SomeDatamart.Insured).Read(endless).Take(100).Count();

        Assert.Equal(100, first);
        Assert.InRange(lines, 100, 5_000);
    }

    private static (IReadOnlyList<(string Id, string? Name, double Children)> People, IReadOnlyList<RejectedRow> Rejected) Read(string csv)
    {
        var reader = new ShardReader(SomeDatamart.Insured);
        using var text = new StringReader(csv);
        return ([.. reader.Read(text).Select(person => (person.Id, person["prenom"].Text, person["enfants"].Number))], reader.Rejected);
    }

    /// <summary>A text without end, made as it is read.</summary>
    private sealed class CountingReader(string start, Func<string> next) : TextReader
    {
        private string _left = start;

        public override int Read(char[] buffer, int index, int count)
        {
            if (_left.Length == 0)
                _left = next();
            var length = Math.Min(count, _left.Length);
            _left.CopyTo(0, buffer, index, length);
            _left = _left[length..];
            return length;
        }
    }
}
