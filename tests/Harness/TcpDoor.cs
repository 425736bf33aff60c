using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace CxFunctions.Tests.Harness;

/// <summary>
/// Stands between a host and its storage account, tables, queues or both, and lets requests through as long as it is open.
/// Closed, it cuts what passes; new requests are then refused, or heard and never answered.
/// </summary>
public sealed class TcpDoor : IDisposable
{
    private readonly List<TcpListener> _listeners = [];
    private readonly List<TcpClient> _inside = [];
    private State _state = State.Open;

    /// <param name="connectionString">Of an emulator on this machine.</param>
    /// <param name="services">What is behind this door, as in the names of the connection string's endpoints, with bars between.</param>
    public TcpDoor(string connectionString, string services = "Table|Queue") =>
        ConnectionString = Regex.Replace(connectionString, $@"(?<=(?:{services})Endpoint=http://127\.0\.0\.1:)\d+", port => $"{DoorTo(int.Parse(port.Value))}");

    private enum State
    {
        Open,
        Refusing,
        Silent,
    }

    /// <summary>The account's connection string, through this door.</summary>
    public string ConnectionString { get; }

    /// <summary>Lets requests through again; who waited in silence is cut off and may try anew.</summary>
    public void Open() => Change(State.Open);

    /// <param name="silently">Whether requests hang without an answer instead of being refused.</param>
    public void Close(bool silently = false) => Change(silently ? State.Silent : State.Refusing);

    /// <inheritdoc/>
    public void Dispose()
    {
        Close();
        _listeners.ForEach(listener => listener.Dispose());
    }

    private int DoorTo(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _listeners.Add(listener);
        _ = AcceptAsync(listener, port);
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Change(State state)
    {
        lock (_inside)
        {
            _state = state;
            _inside.ForEach(client => client.Dispose());
            _inside.Clear();
        }
    }

    private State Enter(TcpClient client)
    {
        lock (_inside)
        {
            _inside.Add(client);
            return _state;
        }
    }

    private async Task AcceptAsync(TcpListener listener, int port)
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                switch (Enter(client))
                {
                    case State.Open:
                        _ = PassAsync(client, port);
                        break;
                    case State.Refusing:
                        client.Dispose();
                        break;
                }
            }
        }
        catch (Exception ended) when (ended is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task PassAsync(TcpClient client, int port)
    {
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, port);
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
}
