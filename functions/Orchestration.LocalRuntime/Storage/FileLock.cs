namespace Orchestration.LocalRuntime.Storage;

/// <summary>A lock between processes: who holds the file open exclusively. It ends with the process.</summary>
public static class FileLock
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits for the lock.</summary>
    /// <param name="path">A file that stays behind; its folder must exist.</param>
    /// <param name="time">Paces the attempts.</param>
    /// <param name="onWait">Called once when another process holds it.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<IDisposable> AcquireAsync(string path, TimeProvider time, Action? onWait, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException held) when (held.GetType() == typeof(IOException))
            {
                onWait?.Invoke();
                onWait = null;
                await Task.Delay(Poll, time, cancellation);
            }
        }
    }
}
