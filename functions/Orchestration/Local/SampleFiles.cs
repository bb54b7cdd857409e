namespace Orchestration.Local;

/// <summary>Files of <c>infra/local/sample</c> and <c>templates</c>, which are copied beside the program.</summary>
internal static class SampleFiles
{
    public static string Templates => Path.Combine(AppContext.BaseDirectory, "templates");

    public static string Find(string name) => Path.Combine(AppContext.BaseDirectory, "sample", name);
}
