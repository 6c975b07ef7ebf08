namespace GraphNews.Graph.Binding;

/// <summary>
/// The static properties and methods of the class are fields of a GraphQL type, by name: <c>Participations</c> is
/// <c>participations</c>. On an interface they are fields of every type that implements it.
/// </summary>
/// <param name="type">The GraphQL type's name, such as <c>Meeting</c>, <c>Entity</c> or <c>Query</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ExtendsAttribute(string type) : Attribute
{
    public string Type { get; } = type;
}

/// <summary>The property is for the house alone: the schema has no field for it.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotPublishedAttribute : Attribute;
