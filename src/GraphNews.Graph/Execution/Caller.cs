using GraphNews.Graph.Binding;
using GraphNews.Graph.Errors;

namespace GraphNews.Graph.Execution;

/// <summary>What a caller may do. Each role includes those before it.</summary>
public enum CallerRole
{
    /// <summary>Nobody is logged in. Reads, where reading is open.</summary>
    Anonymous,

    /// <summary>Reads.</summary>
    Reader,

    /// <summary>Keeps the graph: adds, corrects, merges, undoes.</summary>
    Editor,

    /// <summary>Does also what cannot be undone.</summary>
    Admin,
}

/// <summary>Who asks.</summary>
/// <param name="Actor">The name under which the change log keeps what the caller writes.</param>
/// <param name="Role">What the caller may do.</param>
public sealed record Caller(string Actor, CallerRole Role)
{
    /// <summary>Somebody who is not logged in.</summary>
    public static Caller Anonymous { get; } = new("anonymous", CallerRole.Anonymous);

    /// <summary>Whether the caller is logged in.</summary>
    public bool IsAuthenticated => Role != CallerRole.Anonymous;

    /// <summary>Why the caller may not have a field: <c>UNAUTHENTICATED</c> or <c>FORBIDDEN</c>; null if the caller may.</summary>
    public GraphException? RefusalOf(FieldBinding field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (Role >= field.RequiredRole) return null;

        var role = RoleNames.Of(field.RequiredRole);
        return IsAuthenticated
            ? new GraphException(ErrorCodes.Forbidden, $"The field {field.Name} asks for the role {role}. Use a key or token that has it.")
            : new GraphException(
                ErrorCodes.Unauthenticated,
                $"The field {field.Name} asks for the role {role}, and nobody is logged in. Send a key or token in the header Authorization: Bearer.");
    }
}
