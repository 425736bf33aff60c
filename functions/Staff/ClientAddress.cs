using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace CxFunctions.Staff;

/// <summary>
/// Whose attempts are counted together. App Service writes the caller behind whatever the caller claims in <c>X-Forwarded-For</c>, so only the last
/// entry counts; an IPv6 caller has a whole network of addresses (a /64) and is known by that.
/// </summary>
public static class ClientAddress
{
    public static string Of(HttpRequest request)
    {
        var told = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        var address = IPEndPoint.TryParse(told, out var behind) ? behind.Address : request.HttpContext.Connection.RemoteIpAddress;
        return address switch
        {
            null => "unknown",
            { IsIPv4MappedToIPv6: true } => $"{address.MapToIPv4()}",
            { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
            _ => $"{address}",
        };
    }
}
