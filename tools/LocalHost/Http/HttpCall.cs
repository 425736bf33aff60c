using CxFunctions.LocalHost.Bridge.Protocol;
using CxFunctions.LocalHost.Functions;

namespace CxFunctions.LocalHost.Http;

/// <summary>A request as what an HTTP function is called with: the request itself goes to the worker's own port meanwhile.</summary>
internal sealed class HttpCall(HttpContext http, HttpForwarding forwarding) : HostCall
{
    internal override TypedData Value { get; } = new() { Http = new RpcHttp() };

    internal override IEnumerable<KeyValuePair<string, object?>> Metadata => http.Request.RouteValues;

    internal override Task AccompanyAsync(string invocationId) => forwarding.ForwardAsync(http, invocationId);
}
