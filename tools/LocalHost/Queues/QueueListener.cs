using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using CxFunctions.LocalHost.Settings;
using CxFunctions.LocalHost.Storage;

namespace CxFunctions.LocalHost.Queues;

/// <summary>Reads one queue for one function.</summary>
internal sealed class QueueListener(
    string function, QueueClient queue, QueueSettings settings, Func<QueueMessage, CancellationToken, Task> work, ILogger logger)
{
    private readonly Wakeup _wakeup = new();
    private int _running;
    private long _nudges;
    private long _emptyAfter = -1;
    private bool _answers = true;

    public string Function => function;

    public QueueClient Queue => queue;

    public int Running => Volatile.Read(ref _running);

    /// <summary>Nothing is being worked on, and the queue was empty when last looked at, after the last message we know of.</summary>
    public bool IsQuiet => Running == 0 && Volatile.Read(ref _emptyAfter) == Volatile.Read(ref _nudges);

    /// <summary>Says that there may be a message: look now.</summary>
    public void Nudge()
    {
        Interlocked.Increment(ref _nudges);
        _wakeup.Set();
    }

    /// <summary>Takes messages until <paramref name="stopping"/>; then waits for the functions that run.</summary>
    /// <param name="stopping">No more messages are taken.</param>
    /// <param name="giveUp">Cancels the functions that still run.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken giveUp)
    {
        var pause = new PollingPause(settings.MaxPollingInterval);
        while (!stopping.IsCancellationRequested)
        {
            if (Running > settings.NewBatchThreshold)
            {
                await _wakeup.WaitAsync(Timeout.InfiniteTimeSpan, stopping);
                continue;
            }
            var known = Volatile.Read(ref _nudges);
            switch (await TakeAsync(giveUp, stopping))
            {
                case > 0:
                    pause.Reset();
                    break;
                case 0:
                    Volatile.Write(ref _emptyAfter, known);
                    await _wakeup.WaitAsync(pause.Next(), stopping);
                    break;
                default:
                    await _wakeup.WaitAsync(pause.Next(), stopping);
                    break;
            }
        }
        while (Running > 0)
        {
            await _wakeup.WaitAsync(Timeout.InfiniteTimeSpan, CancellationToken.None);
        }
    }

    // The number of messages taken; -1 when the storage does not answer.
    private async Task<int> TakeAsync(CancellationToken giveUp, CancellationToken stopping)
    {
        try
        {
            QueueMessage[] messages = await queue.ReceiveMessagesAsync(settings.BatchSize, MessageLease.Length, stopping);
            SayWhetherItAnswers(null);
            Interlocked.Add(ref _running, messages.Length);
            foreach (var message in messages)
            {
                _ = Task.Run(() => RunOneAsync(message, giveUp), CancellationToken.None);
            }
            return messages.Length;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            SayWhetherItAnswers(null);
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
        // Whatever it was: a listener that ended here would leave its queue unread for as long as the host lives.
        catch (Exception failure)
        {
            SayWhetherItAnswers(failure);
            return -1;
        }
    }

    // Once when it stops answering and once when it answers again, however often it was asked meanwhile.
    private void SayWhetherItAnswers(Exception? failure)
    {
        if (failure is not null && _answers)
        {
            QueueLog.CannotRead(logger, queue.Name, StorageAway.Why(failure));
        }
        else if (failure is null && !_answers)
        {
            QueueLog.ReadAgain(logger, queue.Name);
        }
        _answers = failure is null;
    }

    private async Task RunOneAsync(QueueMessage message, CancellationToken giveUp)
    {
        try
        {
            await work(message, giveUp);
        }
        catch (Exception failure)
        {
            // The message was neither deleted nor put back; it comes again when its lease ends.
            QueueLog.CannotSettle(logger, queue.Name, message.MessageId, StorageAway.Why(failure));
        }
        finally
        {
            Interlocked.Decrement(ref _running);
            _wakeup.Set();
        }
    }
}
