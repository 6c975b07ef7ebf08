using GraphNews.Graph.Binding;

namespace GraphNews.Graph.Walk;

/// <summary>A field that an operation selects, with fragments, <c>@skip</c> and <c>@include</c> resolved.</summary>
/// <param name="ResponseName">The alias, or the field's name.</param>
/// <param name="Field">The field.</param>
/// <param name="Arguments">
/// The coerced arguments that were given: enums as their names, ids and custom scalars as strings, lists as
/// <c>IReadOnlyList&lt;object?&gt;</c>, input objects as <c>IReadOnlyDictionary&lt;string, object?&gt;</c> in the order written.
/// What was not given is absent; what was given as null is null.
/// </param>
/// <param name="Children">What is selected below; null for leaves.</param>
public sealed record Selection(
    string ResponseName,
    FieldBinding Field,
    IReadOnlyDictionary<string, object?> Arguments,
    SelectionSet? Children);

/// <summary>What is selected of an object, an interface or a union. Each engine has its own way to tell.</summary>
public abstract class SelectionSet
{
    /// <summary>The fields selected of one concrete type, merged by response name, without <c>__typename</c>.</summary>
    public abstract IReadOnlyList<Selection> For(ObjectBinding type);
}
