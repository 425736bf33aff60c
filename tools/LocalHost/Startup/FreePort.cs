using System.Net;
using System.Net.Sockets;

namespace CxFunctions.LocalHost;

/// <summary>A port that is free now. The app is told its address before it listens, so it has to be known before.</summary>
internal static class FreePort
{
    public static int Take(int wanted)
    {
        if (wanted != 0)
        {
            return wanted;
        }
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
