namespace GraphNews.Graph.Imports.FollowTheMoney;

/// <summary>
/// What stands all over a file and is needed at one place: of what sort each entity is, which ids lead to which entity, what agencies
/// are part of, and the keys that people and agencies have elsewhere. Some tens of bytes for each entity, more for those.
/// </summary>
internal sealed class EntityIndex
{
    private readonly OrdinalTable _sorts = new();
    private readonly Dictionary<UInt128, string> _referents = [];
    private readonly Dictionary<string, string> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<(string Scheme, string Value)> _taken = [];
    private readonly Dictionary<string, List<(string Scheme, string Value)>> _keys = new(StringComparer.Ordinal);

    /// <summary>Takes an entity in.</summary>
    public void Add(SourceEntity entity)
    {
        _sorts.Set(RecordKey.Hash(entity.Id), (int)EntitySorts.Of(entity.Schema));
        foreach (var referent in entity.Referents) _referents[RecordKey.Hash(referent)] = entity.Id;
        switch (EntitySorts.Of(entity.Schema))
        {
            case EntitySort.Membership when IsPart(entity):
                _parents.TryAdd(entity.First("member")!, entity.First("organization")!);
                break;
            case EntitySort.Identification when entity.First("holder") is { } holder && entity.First("type") is { } scheme && entity.First("number") is { } number:
                // A key of two holders would make one of them.
                if (!_taken.Add((scheme, number))) break;
                if (!_keys.TryGetValue(holder, out var keys)) _keys.Add(holder, keys = []);
                keys.Add((scheme, number));
                break;
        }
    }

    /// <summary>Whether a membership says that an agency is part of another.</summary>
    public static bool IsPart(SourceEntity membership)
        => membership.First("role") == Exports.FollowTheMoney.FollowTheMoneyLinks.PartOf && membership.First("member") is not null && membership.First("organization") is not null;

    /// <summary>The id of the entity that an id leads to: that of what it was merged into, else itself.</summary>
    public string Lasting(string id) => _sorts.Find(RecordKey.Hash(id)) < 0 && _referents.TryGetValue(RecordKey.Hash(id), out var lasting) ? lasting : id;

    /// <summary>Of what sort the entity of an id is; unread if the file has none.</summary>
    public EntitySort Sort(string id) => _sorts.Find(RecordKey.Hash(Lasting(id))) is var sort and >= 0 ? (EntitySort)sort : EntitySort.Unread;

    /// <summary>What an agency is part of; null if nothing.</summary>
    public string? Parent(string id) => _parents.GetValueOrDefault(id);

    /// <summary>The keys that an entity has elsewhere.</summary>
    public IEnumerable<(string Scheme, string Value)> Keys(string id) => _keys.GetValueOrDefault(id) ?? [];
}
