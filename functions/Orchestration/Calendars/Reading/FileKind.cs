using Orchestration.Wording;

namespace Orchestration.Calendars.Reading;

/// <summary>What a file is: what its name says, if its first bytes agree.</summary>
internal static class FileKind
{
    private static ReadOnlySpan<byte> Zip => "PK\x03\x04"u8;

    private static ReadOnlySpan<byte> EmptyZip => "PK\x05\x06"u8;

    /// <summary>Begins .xls, and any workbook with a password.</summary>
    private static ReadOnlySpan<byte> Ole2 => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    // The name of the part that holds an encrypted workbook, as Ole2 writes it.
    private static ReadOnlySpan<byte> EncryptedPart => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    /// <returns>Null when the file is refused; the reason is among the problems.</returns>
    public static CalendarForm? Check(ReadOnlySpan<byte> content, string fileName, ProblemList problems)
    {
        var form = CalendarForms.Of(fileName);
        if (form is null)
        {
            RefuseExtension(fileName, problems);
            return null;
        }

        return (form == CalendarForm.Workbook ? IsWorkbook(content, fileName, problems) : IsText(content, fileName, problems)) ? form : null;
    }

    /// <summary>Whether it begins as text does; reports what it is otherwise.</summary>
    public static bool IsText(ReadOnlySpan<byte> content, string fileName, ProblemList problems)
    {
        if (!IsZip(content) && !content.StartsWith(Ole2))
        {
            return true;
        }

        problems.Error(
            ProblemCodes.WrongExtension, SourcePlace.File,
            $"« {fileName} » n'est pas un texte, mais un classeur ou une archive.",
            $"Si c'est un classeur, donnez-lui l'extension {".xlsx"}");
        return false;
    }

    /// <summary>Whether it begins as a workbook does; reports what it is otherwise.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> content, string fileName, ProblemList problems)
    {
        if (IsZip(content))
        {
            return true;
        }

        if (content.IsEmpty)
        {
            problems.Error(ProblemCodes.EmptyFile, SourcePlace.File, $"Le fichier est vide.", $"Déposez-le à nouveau depuis Excel.");
        }
        else if (!content.StartsWith(Ole2))
        {
            problems.Error(
                ProblemCodes.WrongExtension, SourcePlace.File,
                $"« {fileName} » n'est pas un classeur Excel, malgré son extension.",
                $"Si c'est un texte YAML, donnez-lui l'extension {".yaml"} ; sinon, enregistrez-le au format « Classeur Excel ({".xlsx"}) ».");
        }
        else if (content.IndexOf(EncryptedPart) >= 0)
        {
            problems.Error(
                ProblemCodes.EncryptedWorkbook, SourcePlace.File,
                $"Le classeur est protégé par un mot de passe : il ne peut pas être lu.",
                $"Dans Excel, retirez-le : Fichier > Informations > Protéger le classeur > Chiffrer avec mot de passe.");
        }
        else
        {
            problems.Error(
                ProblemCodes.OldWorkbook, SourcePlace.File,
                $"« {fileName} » est à l'ancien format d'Excel ({".xls"}), malgré son extension.", Resave());
        }

        return false;
    }

    private static bool IsZip(ReadOnlySpan<byte> content) => content.StartsWith(Zip) || content.StartsWith(EmptyZip);

    private static void RefuseExtension(string fileName, ProblemList problems)
    {
        var (code, what) = Path.GetExtension(fileName).ToLowerInvariant() switch
        {
            ".xlsm" or ".xltm" or ".xlsb" => (
                ProblemCodes.MacroWorkbook, French.Text($"« {fileName} » est un classeur qui peut contenir des macros : il n'est pas lu.")),
            ".xls" => (ProblemCodes.OldWorkbook, French.Text($"« {fileName} » est à l'ancien format d'Excel.")),
            _ => (ProblemCodes.WrongExtension, French.Text($"« {fileName} » n'a pas l'extension d'un calendrier.")),
        };
        problems.Error(code, SourcePlace.File, $"{what}", Resave());
    }

    private static FrenchText Resave() =>
        $"Enregistrez-le au format « Classeur Excel ({".xlsx"}) » ; un calendrier est un classeur {".xlsx"} ou un texte {".yaml"}";
}
