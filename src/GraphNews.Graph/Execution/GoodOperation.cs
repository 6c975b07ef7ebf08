using System.Text.Json;
using GraphNews.Graph.Binding;
using GraphNews.Graph.Walk;

namespace GraphNews.Graph.Execution;

/// <summary>
/// An operation whose document and variables an engine has found good. It holds nothing of the request, so that it can be
/// executed again for another that asks the same.
/// </summary>
/// <param name="Root">The type of its root.</param>
/// <param name="Selected">What it selects there.</param>
/// <param name="Document">The text of its document, in which fields have their places.</param>
/// <param name="OfSchema">By response name, what writes the value of <c>__schema</c> and <c>__type</c>; empty if they are not asked.</param>
public sealed record GoodOperation(
    ObjectBinding Root, SelectionSet Selected, string Document, IReadOnlyDictionary<string, Action<Utf8JsonWriter>> OfSchema);
