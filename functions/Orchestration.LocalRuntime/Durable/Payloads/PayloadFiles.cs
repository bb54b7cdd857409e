using System.Text;

namespace Orchestration.LocalRuntime.Durable.Payloads;

/// <summary>The folder of the large payloads: one file each, written once.</summary>
internal sealed class PayloadFiles(string folder)
{
    private const string Extension = ".json";

    public Payload Write(string json)
    {
        var file = NewName();
        using var stream = Create(file);
        stream.Write(Encoding.UTF8.GetBytes(json));
        stream.Flush(flushToDisk: true);
        return new Payload(null, file);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public Payload Copy(string file)
    {
        var copy = NewName();
        using var source = File.OpenRead(PathOf(file));
        using var target = Create(copy);
        source.CopyTo(target);
        target.Flush(flushToDisk: true);
        return new Payload(null, copy);
    }

    public void Delete(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            File.Delete(PathOf(file));
        }
    }

    /// <summary>Deletes what a killed process wrote and never committed.</summary>
    public void DeleteAllBut(IReadOnlySet<string> known)
    {
        if (Directory.Exists(folder))
        {
            Delete(Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Where(file => !known.Contains(file)));
        }
    }

    // Random: the same step may be written twice, by a run that crashed and by its repetition, and neither may touch the other's file.
    private static string NewName() => Path.GetRandomFileName() + Extension;

    private FileStream Create(string file)
    {
        Directory.CreateDirectory(folder);
        return new FileStream(PathOf(file), FileMode.CreateNew, FileAccess.Write);
    }

    private string PathOf(string file) => Path.Combine(folder, file);
}
