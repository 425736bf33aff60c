using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CxFunctions.LocalHost;

/// <summary>A port that is free now. The app is told its address before it listens, so it has to be known before.</summary>
public static class FreePort
{
    // Below those that systems lend to outgoing connections (32768 and up on Linux, 49152 on others), one of which may take a
    // port in the moment between its choice and its use.
    private const int First = 20_000;
    private const int End = 32_000;

    /// <summary>A port that nobody listens on; no outgoing connection takes it by chance.</summary>
    public static int Any() => Enumerable.Repeat(0, 100).Select(_ => Random.Shared.Next(First, End)).First(IsFree);

    /// <param name="wanted">0 for any.</param>
    /// <param name="memory">
    /// A file: any port means the one of the last time while that is free, since links that were sent then should still lead here.
    /// </param>
    internal static int Take(int wanted, string memory)
    {
        var last = File.Exists(memory) && int.TryParse(File.ReadAllText(memory), CultureInfo.InvariantCulture, out var kept) ? kept : 0;
        var port = wanted != 0 ? wanted : last != 0 && IsFree(last) ? last : Any();
        File.WriteAllText(memory, port.ToString(CultureInfo.InvariantCulture));
        return port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
