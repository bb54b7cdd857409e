using System.Text;
using Orchestration.Calendars;
using Orchestration.Calendars.Waves;
using Orchestration.Calendars.Writing;
using Orchestration.Tests.Calendars.Workbooks;

namespace Orchestration.Tests.Calendars.Waves;

public sealed class WavesReaderTests
{
    private const string Csv = """
        Campagne;Vague;Début;Fin;Médias;Budget (k€)
        grippe-2027;grippe-v1;12/10/2027;31/10/2027;TV, digital, radio;1 350,5
        mes-2027;mes-v2;08/11/2027;28/11/2027;"TV, digital, affichage";

        """;

    public static TheoryData<string, byte[]> Encodings { get; } = new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Csv) },
        { "UTF-8 with its mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Csv)] },
        { "Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Csv) },
        { "CR LF", Encoding.UTF8.GetBytes(Csv.Replace("\n", "\r\n", StringComparison.Ordinal)) },
        { "commas", Encoding.UTF8.GetBytes("Campagne,Vague,Début,Fin,Médias,Budget\ngrippe-2027,grippe-v1,12/10/2027,31/10/2027,\"TV, digital, radio\",\"1350,5\"\n"
            + "mes-2027,mes-v2,2027-11-08,2027-11-28,TV + digital + affichage,\n") },
        { "tabulations", Encoding.UTF8.GetBytes(Csv.Replace(';', '\t')) },
        { "other headers", Encoding.UTF8.GetBytes("Plan média 2027;;;;;\n;;;;;\nMEDIA;debut;FIN;vague;campagne;budget (k€)\n"
            + "TV, digital, radio;12/10/2027;31/10/2027;grippe-v1;grippe-2027;1350,5\n"
            + "TV, digital et affichage;lundi 8 novembre 2027;28.11.2027;mes-v2;mes-2027;\n") },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Read_CsvAsSpreadsheetsSaveIt_GivesTheWaves(string what, byte[] content)
    {
        var reading = WavesReader.Read(content, "vagues.csv");

        Assert.Empty(reading.Problems);
        Assert.True(
            reading.Waves!.Select(Text).SequenceEqual(
            [
                "grippe-2027 grippe-v1 2027-10-12 2027-10-31 Tv,Digital,Radio 1350.5",
                "mes-2027 mes-v2 2027-11-08 2027-11-28 Tv,Digital,Posters ",
            ]),
            what);
    }

    [Fact]
    public void Read_Workbook_GivesTheWaves()
    {
        var content = SomeWorkbook.With("Vagues", ("A1", "Vague"), ("H2", 350.5));

        var reading = WavesReader.Read(content, "vagues.xlsx");

        Assert.Equal(["ror ror-v1 2027-04-27 2027-05-16 Tv,Digital 350.5"], reading.Waves!.Select(Text));
        Assert.Equal(new SourcePlace(2, 3, "waves[0].start", "Vagues"), reading.Waves![0].Places.Of("start"));
    }

    [Fact]
    public void Read_FileFullOfFaults_NamesThemAllWithTheirPlaces()
    {
        var reading = Read("""
            Campagne;Vague;Début;Fin;Médias;Budget (k€)
            grippe-2027;grippe-v1;31/02/2027;31/10/2027;TV, X sponsorisé;beaucoup
            grippe 2027;grippe-v2;15/11/2027;05/11/2027;;-5
            grippe-2027;grippe-v1;15/11/1900;05/12/2127;TV;1
            """);

        Assert.Null(reading.Waves);
        Assert.Equal(
            [
                "2:3 bad-date", "2:5 forbidden-media", "2:6 wrong-type", "3:1 bad-id", "3:4 wave-ends-before-start", "3:5 missing-key",
                "3:6 number-out-of-range", "4:2 duplicate-id", "4:3 date-out-of-range", "4:4 date-out-of-range",
            ],
            reading.Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Code}"));
        Assert.Contains("« Médias »", reading.Problems[5].What.Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal("A3, ligne 46", reading.Problems[1].Source);
    }

    [Theory]
    [InlineData("vagues.csv", "", ProblemCodes.MissingHeaders)]
    [InlineData("vagues.csv", "du texte\nsans colonnes", ProblemCodes.MissingHeaders)]
    [InlineData("vagues.csv", "Campagne;Vague;Début;Fin\na;b;12/10/2027;13/10/2027", ProblemCodes.MissingKey)]
    [InlineData("vagues.csv", "Campagne;Vague;Début;Fin;Médias\na;\"b;12/10/2027", ProblemCodes.BadText)]
    [InlineData("vagues.csv", "Campagne;Vague;Début;Fin;Médias\na;b\0;12/10/2027;13/10/2027;TV", ProblemCodes.ForbiddenCharacter)]
    [InlineData("vagues.csv", "PK\u0003\u0004", ProblemCodes.WrongExtension)]
    [InlineData("vagues.xlsx", "Campagne;Vague", ProblemCodes.WrongExtension)]
    [InlineData("vagues.pdf", "Campagne;Vague", ProblemCodes.WrongExtension)]
    public void Read_FileThatHoldsNoWaves_SaysWhy(string name, string text, string code)
    {
        var reading = WavesReader.Read(Encoding.UTF8.GetBytes(text), name);

        Assert.Null(reading.Waves);
        Assert.Contains(reading.Problems, problem => problem.Code == code);
    }

    [Fact]
    public void Read_TooLong_IsRefusedUnread() => Assert.Equal(
        ProblemCodes.FileTooLong, Assert.Single(WavesReader.Read(new byte[WavesReader.MaxLength + 1], "vagues.csv").Problems).Code);

    [Fact]
    public void Read_UnknownColumns_AreWarnings()
    {
        var reading = Read("Campagne;Vague;Début;Fin;Médias;GRP\na;b;12/10/2027;13/10/2027;TV;300");

        Assert.Equal(ProblemCodes.UnknownHeader, Assert.Single(reading.Problems).Code);
        Assert.Single(reading.Waves!);
    }

    private static WavesReading Read(string csv) => WavesReader.Read(Encoding.UTF8.GetBytes(csv), "vagues.csv");

    private static string Text(MediaWave wave) => FormattableString.Invariant(
        $"{wave.Campaign} {wave.Id} {MomentText.Date(wave.Start)} {MomentText.Date(wave.End)} {string.Join(',', wave.Media)} {wave.Budget}");
}
