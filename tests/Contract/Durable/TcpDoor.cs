using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Contract.Durable;

/// <summary>A port that leads to the tables of a storage account as long as the door is open; closing it cuts what passes.</summary>
internal sealed partial class TcpDoor : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string _storage;
    private readonly List<TcpClient> _through = [];
    private volatile bool _open = true;

    public TcpDoor(string connectionString)
    {
        _storage = connectionString;
        _listener.Start();
        _ = AcceptAsync();
    }

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The connection string with its table endpoint behind this door.</summary>
    public string ConnectionString => TablePort().Replace(_storage, $"{Port}");

    public void Open() => _open = true;

    public void Close()
    {
        _open = false;
        lock (_through)
        {
            _through.ForEach(client => client.Dispose());
            _through.Clear();
        }
    }

    public void Dispose()
    {
        Close();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                if (_open)
                {
                    _ = PassAsync(client);
                }
                else
                {
                    client.Dispose();
                }
            }
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(TcpClient client)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, int.Parse(TablePort().Match(_storage).Value));
            lock (_through)
            {
                _through.AddRange([client, server]);
            }

            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The door was closed.
        }
        finally
        {
            client.Dispose();
        }
    }

    [GeneratedRegex(@"(?<=TableEndpoint=http://127\.0\.0\.1:)\d+")]
    private static partial Regex TablePort();
}
