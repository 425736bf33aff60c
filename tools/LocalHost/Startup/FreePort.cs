using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CxFunctions.LocalHost;

/// <summary>A port that is free now. The app is told its address before it listens, so it has to be known before.</summary>
internal static class FreePort
{
    /// <param name="wanted">0 for any.</param>
    /// <param name="memory">
    /// A file: any port means the one of the last time while that is free, since links that were sent then should still lead here.
    /// </param>
    public static int Take(int wanted, string memory)
    {
        var last = File.Exists(memory) && int.TryParse(File.ReadAllText(memory), CultureInfo.InvariantCulture, out var kept) ? kept : 0;
        var port = wanted != 0 ? wanted : Free(last) ?? Free(0)!.Value;
        File.WriteAllText(memory, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    private static int? Free(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
