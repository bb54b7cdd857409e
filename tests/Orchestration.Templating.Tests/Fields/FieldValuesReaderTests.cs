using Orchestration.Templating.Fields;
using Orchestration.Templating.Tests.Support;

namespace Orchestration.Templating.Tests.Fields;

public class FieldValuesReaderTests
{
    [Fact]
    public void Read_FaultyValues_TellsEveryProblemWithItsPath()
    {
        var reading = FieldValuesReader.Read(Some.Schema, """
            {
              "prenom": 3, "nom": null, "age": 1.5, "montant": "12", "ald": "true", "envoi": "12/10/2027",
              "rdv": "2027-10-12T18:30",
              "caisse": { "nom": "CPAM", "vile": "Nanterre", "effectif": 1 }, "medecin": [],
              "articles": [ { "titre": "a", "date": "2027-01-01", "rang": 1 }, { "titre": null, "date": 3 } ], "mots": "un",
              "rangs": [1, "2"], "zzz": 1
            }
            """);
        Assert.Null(reading.Values);
        Assert.Equal(
            [
                "prenom", "age", "montant", "ald", "envoi", "caisse.vile", "medecin", "articles[1].titre", "articles[1].date",
                "articles[1].rang", "mots", "rangs[1]",
                "zzz", "lien",
            ],
            reading.Problems.Select(problem => problem.Path));
        Assert.Equal(
            new FieldValueProblem("prenom", "Il faut ici un texte, et non `3`.", "Écrire un texte."), reading.Problems[0]);
        Assert.Equal("Écrire `ville`\u202F?", reading.Problems[5].Mend);
    }

    [Fact]
    public void Read_Dates_KeepTheirHour()
    {
        var values = Some.Read(Some.Json.Replace("2027-11-01T09:05:00", "2027-11-01T18:30", StringComparison.Ordinal));
        Assert.Equal(new DateTime(2027, 11, 1, 18, 30, 0), values.Get(Some.Schema.Ordinal("rdv")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("[]")]
    public void Read_WhatIsNoObject_IsOneProblem(string json) =>
        Assert.Equal("", Assert.Single(FieldValuesReader.Read(Some.Schema, json).Problems).Path);
}
