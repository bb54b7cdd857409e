using System.Text;
using Orchestration.Templating;

namespace Orchestration.Messages.Templates;

/// <summary>The text of a package's files: UTF-8, a byte order mark left out.</summary>
internal static class PackageText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static bool TryDecode(string name, byte[] content, ICollection<TemplateProblem> problems, out string text)
    {
        try
        {
            text = Strict.GetString(content).TrimStart('\uFEFF');
            return true;
        }
        catch (DecoderFallbackException)
        {
            problems.Add(PackageProblems.NotUtf8(name));
            text = "";
            return false;
        }
    }

    /// <summary>Those of the files that are text, by name.</summary>
    public static SortedDictionary<string, string> Decode(IEnumerable<KeyValuePair<string, byte[]>> files, ICollection<TemplateProblem> problems)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, content) in files)
        {
            if (TryDecode(name, content, problems, out var text))
            {
                texts.Add(name, text);
            }
        }

        return texts;
    }
}
