namespace Orchestration.LocalRuntime.Durable.Storage;

/// <summary>Held as long as the store is open; the operating system lets it go when the process ends, however it ends.</summary>
internal sealed class StoreLock : IDisposable
{
    private readonly FileStream _file;

    private StoreLock(FileStream file) => _file = file;

    /// <exception cref="StoreInUseException">Another engine has the store open.</exception>
    public static StoreLock Take(StorePaths paths)
    {
        try
        {
            return new StoreLock(new FileStream(paths.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException exception) when (exception is not (DirectoryNotFoundException or PathTooLongException))
        {
            throw new StoreInUseException(
                $"The store '{paths.Database}' is in use: another process has '{paths.Lock}' open. Stop that process, or choose "
                + "another data folder or hub name.",
                exception);
        }
    }

    public void Dispose() => _file.Dispose();
}
