using System.Security.Claims;
using GraphNews.Graph.Execution;

namespace GraphNews.Server.Auth;

/// <summary>A caller as ASP.NET Core carries it, whichever scheme found out who it is: one name, one role, no other claims.</summary>
internal static class CallerIdentity
{
    public static ClaimsPrincipal Of(Caller caller, string scheme)
        => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Actor), new Claim(ClaimTypes.Role, RoleNames.Of(caller.Role))], scheme));

    public static Caller Read(ClaimsPrincipal principal)
        => new(principal.FindFirstValue(ClaimTypes.Name)!, RoleNames.Parse(principal.FindFirstValue(ClaimTypes.Role)!)!.Value);
}
