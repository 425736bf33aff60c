using System.Buffers;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>
/// A request body that is written once into a rented buffer and sent from it, on every try. The buffer goes back when the
/// message is disposed; by then the transport has written the body or given the connection up.
/// </summary>
internal sealed class PooledContent : RequestContent, IBufferWriter<byte>
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(_length);
    }

    public override void WriteTo(Stream stream, CancellationToken cancellation) => stream.Write(_buffer, 0, _length);

    public override Task WriteToAsync(Stream stream, CancellationToken cancellation) =>
        stream.WriteAsync(_buffer, 0, _length, cancellation);

    public override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    public override void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void Reserve(int size)
    {
        size = Math.Max(size, 1);
        if (_buffer.Length - _length >= size)
        {
            return;
        }
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + size));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
