using System.Reflection;
using GraphNews.Graph.Mutations;
using GraphQLParser.AST;

namespace GraphNews.Graph.Binding;

/// <summary>What a static member of a class that extends a type declares.</summary>
/// <param name="Type">The GraphQL type.</param>
/// <param name="Name">The field's name.</param>
/// <param name="Value">The declaration, or the method itself.</param>
/// <param name="Member">Where it stands, for messages.</param>
internal sealed record DeclaredField(string Type, string Name, object Value, string Member);

/// <summary>All fields that classes marked with <see cref="ExtendsAttribute"/> declare.</summary>
internal sealed class DeclaredFields
{
    private readonly Dictionary<(string Type, string Name), DeclaredField> _fields = [];
    private readonly HashSet<DeclaredField> _used = [];

    private DeclaredFields()
    {
    }

    public static DeclaredFields Of(Assembly assembly)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        var declared = new DeclaredFields();
        foreach (var type in assembly.GetTypes())
        {
            if (type.GetCustomAttribute<ExtendsAttribute>() is not { } extends) continue;
            foreach (var property in type.GetProperties(Static))
            {
                if (property.GetValue(null) is IReadOnlyDictionary<string, Mutation> family)
                {
                    foreach (var (name, mutation) in family) declared.Add(extends.Type, name, mutation, $"{type.FullName}.{property.Name}");
                }
                else
                {
                    declared.Add(extends.Type, CamelCase.Of(property.Name), property.GetValue(null)!, $"{type.FullName}.{property.Name}");
                }
            }

            foreach (var method in type.GetMethods(Static).Where(method => !method.IsSpecialName))
                declared.Add(extends.Type, CamelCase.Of(method.Name), method, $"{type.FullName}.{method.Name}");
        }

        return declared;
    }

    /// <summary>The declaration for a field of any of these types, the first that has one; null if there is none.</summary>
    public DeclaredField? Find(IEnumerable<string> types, string name)
    {
        foreach (var type in types)
        {
            if (!_fields.TryGetValue((type, name), out var declared)) continue;
            _used.Add(declared);
            return declared;
        }

        return null;
    }

    /// <summary>A sentence for each declaration that the schema has no field for.</summary>
    public IEnumerable<string> Unused(IReadOnlyDictionary<string, GraphQLTypeDefinition> types)
        => _fields.Values.Where(declared => !_used.Contains(declared)).Select(declared => types.ContainsKey(declared.Type)
            ? $"{declared.Member}: the schema has no field {declared.Type}.{declared.Name}; add it or remove the code."
            : $"{declared.Member}: the schema has no type {declared.Type}; add it or remove the code.");

    private void Add(string type, string name, object value, string member)
        => _fields.Add((type, name), new DeclaredField(type, name, value, member));
}
