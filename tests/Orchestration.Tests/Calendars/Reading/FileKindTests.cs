using System.Text;
using Orchestration.Calendars;

namespace Orchestration.Tests.Calendars.Reading;

public sealed class FileKindTests
{
    private static readonly byte[] Ole2 = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0, 0, 0];

    public static TheoryData<string, byte[], string> Refused { get; } = new()
    {
        { "calendrier.yaml", "PK\x03\x04…"u8.ToArray(), ProblemCodes.WrongExtension },
        { "calendrier.yaml", Ole2, ProblemCodes.WrongExtension },
        { "calendrier.xlsx", "calendar: essai"u8.ToArray(), ProblemCodes.WrongExtension },
        { "calendrier.xlsx", [], ProblemCodes.EmptyFile },
        { "calendrier.xlsx", Ole2, ProblemCodes.OldWorkbook },
        { "calendrier.xlsx", [.. Ole2, .. Encoding.Unicode.GetBytes("EncryptedPackage")], ProblemCodes.EncryptedWorkbook },
        { "calendrier.xlsm", "PK\x03\x04"u8.ToArray(), ProblemCodes.MacroWorkbook },
        { "calendrier.xls", Ole2, ProblemCodes.OldWorkbook },
        { "calendrier.ods", "PK\x03\x04"u8.ToArray(), ProblemCodes.WrongExtension },
        { "calendrier", "calendar: essai"u8.ToArray(), ProblemCodes.WrongExtension },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Read_FileThatIsNotWhatItsNameSays_HasItsOwnProblem(string name, byte[] content, string code)
    {
        var reading = CalendarFiles.Read(content, name);

        Assert.Null(reading.Calendar);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
    }

    [Theory]
    [InlineData("année.YAML")]
    [InlineData("2027.yml")]
    public void Read_EitherExtensionOfYaml_IsRead(string name) =>
        Assert.Empty(CalendarFiles.Read(Encoding.UTF8.GetBytes(CalendarFiles.Sound), name).Problems);

    [Theory]
    [InlineData("calendrier.xlsx", 20)]
    [InlineData("calendrier.yaml", 5)]
    public void IsTooLong_BeyondTheLimitOfItsForm_IsTrue(string name, int megabytes)
    {
        Assert.False(CalendarReader.IsTooLong(megabytes * 1_000_000, name));
        Assert.True(CalendarReader.IsTooLong((megabytes * 1_000_000) + 1, name));
        Assert.Contains($"{megabytes} Mo au plus", Assert.Single(CalendarReader.TooLong(200_000_000, name).Problems).Mend, StringComparison.Ordinal);
    }
}
