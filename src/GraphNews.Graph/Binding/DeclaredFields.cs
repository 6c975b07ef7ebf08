using System.Reflection;
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
            foreach (var property in type.GetProperties(Static)) declared.Add(extends.Type, type, property, property.GetValue(null)!);
            foreach (var method in type.GetMethods(Static).Where(method => !method.IsSpecialName)) declared.Add(extends.Type, type, method, method);
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

    private void Add(string type, Type owner, MemberInfo member, object value)
    {
        var declared = new DeclaredField(type, CamelCase.Of(member.Name), value, $"{owner.FullName}.{member.Name}");
        _fields.Add((type, declared.Name), declared);
    }
}
