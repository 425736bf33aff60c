namespace CxFunctions.LocalHost.Durable;

/// <summary>A message on its way to an instance, and the receipt: done when what it changed is committed.</summary>
internal sealed class Letter(InstanceMessage message)
{
    private readonly TaskCompletionSource _receipt = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public InstanceMessage Message => message;

    public Task Receipt => _receipt.Task;

    public void Acknowledge() => _receipt.TrySetResult();

    public void Refuse(Exception why) => _receipt.TrySetException(why);
}
