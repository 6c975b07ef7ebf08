using System.Collections.Concurrent;
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

/// <summary>What an answer shows under one response name.</summary>
/// <param name="ResponseName">The alias, or the field's name.</param>
/// <param name="Selection">The field; null for <c>__typename</c> and what else is asked about the schema itself.</param>
/// <param name="Start">Where in the document it begins, in characters; -1 if that is not known.</param>
public sealed record ShownField(string ResponseName, Selection? Selection, int Start = -1)
{
    /// <summary>A field whose place in the document nobody asks for.</summary>
    public ShownField(Selection selection)
        : this(selection.ResponseName, selection)
    {
    }
}

/// <summary>What is selected of an object, an interface or a union. Each engine has its own way to tell.</summary>
public abstract class SelectionSet
{
    // Nearly every set is asked for one type.
    private SelectedFields? _first;
    private ConcurrentDictionary<ObjectBinding, SelectedFields>? _others;

    /// <summary>The fields selected of one concrete type, merged by response name, without <c>__typename</c>.</summary>
    public IReadOnlyList<Selection> For(ObjectBinding type) => Of(type).Selections;

    /// <summary>The same, as answers show them.</summary>
    internal SelectedFields Of(ObjectBinding type)
    {
        var first = Volatile.Read(ref _first);
        if (first is null)
        {
            var collected = new SelectedFields(type, Collect(type));
            first = Interlocked.CompareExchange(ref _first, collected, null) ?? collected;
        }

        if (first.Type == type) return first;
        var others = LazyInitializer.EnsureInitialized(ref _others, static () => new ConcurrentDictionary<ObjectBinding, SelectedFields>());
        return others.GetOrAdd(type, static (another, set) => new SelectedFields(another, set.Collect(another)), this);
    }

    /// <summary>
    /// What is selected of one concrete type, merged by response name, in the order in which answers show it. Source:
    /// GraphQL specification, CollectFields. Asked once for each type.
    /// </summary>
    protected abstract IReadOnlyList<ShownField> Collect(ObjectBinding type);
}
