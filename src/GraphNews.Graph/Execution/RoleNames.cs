namespace GraphNews.Graph.Execution;

/// <summary>The names of roles, as the schema, keys and tokens write them: <c>reader</c>, <c>editor</c>, <c>admin</c>.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, CallerRole> Roles = new(StringComparer.Ordinal)
    {
        ["reader"] = CallerRole.Reader,
        ["editor"] = CallerRole.Editor,
        ["admin"] = CallerRole.Admin,
    };

    /// <summary>All of them, from the least.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Roles.OrderBy(role => role.Value).Select(role => role.Key)];

    /// <summary>The role of that name, which is lower case; null if there is none.</summary>
    public static CallerRole? Parse(string name) => Roles.TryGetValue(name, out var role) ? role : null;

    /// <summary>The name of a role.</summary>
    public static string Of(CallerRole role) => role == CallerRole.Anonymous ? "anonymous" : Roles.Single(named => named.Value == role).Key;
}
