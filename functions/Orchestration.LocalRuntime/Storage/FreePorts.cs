using System.Net;
using System.Net.Sockets;

namespace Orchestration.LocalRuntime.Storage;

/// <summary>Ports of this machine.</summary>
internal static class FreePorts
{
    /// <summary>Each preferred port if it is free, else another one that is; all different.</summary>
    public static int[] Choose(params ReadOnlySpan<int> preferred)
    {
        var held = new List<TcpListener>();
        try
        {
            foreach (var port in preferred)
                held.Add(TryListen(port) ?? TryListen(0) ?? throw new LocalToolException("No free port is left on 127.0.0.1."));
            return [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            held.ForEach(listener => listener.Dispose());
        }
    }

    private static TcpListener? TryListen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return listener;
        }
        catch (SocketException)
        {
            listener.Dispose();
            return null;
        }
    }
}
