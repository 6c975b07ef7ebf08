using GraphNews.Graph.Errors;
using GraphNews.Graph.Execution;
using GraphNews.Server.Settings;
using GraphNews.Server.Transports;

namespace GraphNews.Server.Limits;

/// <summary>Who may ask about the schema itself.</summary>
internal static class IntrospectionLimit
{
    /// <exception cref="RequestRefusedException">The caller may not.</exception>
    public static void Check(Caller caller, LimitsSettings limits)
    {
        var refusal = (limits.Introspection, caller.IsAuthenticated) switch
        {
            (IntrospectionAccess.Off, _) => "This server tells nobody about its schema.",
            (IntrospectionAccess.Keys, false) => "This server tells about its schema those who are logged in. Send a key or token in the header Authorization: Bearer.",
            _ => null,
        };
        if (refusal is not null)
            throw new RequestRefusedException(StatusCodes.Status403Forbidden, ErrorCodes.IntrospectionRefused, refusal) { IsWellFormed = true };
    }
}
