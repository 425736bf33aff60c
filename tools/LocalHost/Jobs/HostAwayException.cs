namespace CxFunctions.LocalHost.Jobs;

/// <summary>The official part of this host has failed and is beginning anew.</summary>
internal sealed class HostAwayException() : Exception("The host is restarting.");
